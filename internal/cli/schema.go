package cli

import (
	"encoding/json"
	"fmt"

	"github.com/onrecord/onrecord"
)

// Schema is the schema command.
type Schema struct{}

// Help is shown by --help.
func (*Schema) Help() string {
	return `Example:

	onrecord schema > onrecord.schema.json`
}

// Run carries the command out.
func (*Schema) Run(e *Env) error {
	b, err := json.MarshalIndent(onrecord.JSONSchema(), "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.Stdout, "%s\n", b)
	return err
}
