package cli

import (
	"os"
	"strconv"

	"golang.org/x/term"
)

// screen is what results for people are written to: how wide it is, and
// whether it shows colours.
type screen struct {
	terminal bool
	width    int
	colour   bool
}

// newScreen looks at standard output. Colours are for terminals only, and not
// where NO_COLOR (no-color.org) or TERM=dumb ask for none.
func newScreen(e *Env) *screen {
	s := &screen{width: 80}
	if f, ok := e.Stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		s.terminal = true
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			s.width = w
		}
		s.colour = e.Getenv("NO_COLOR") == "" && e.Getenv("TERM") != "dumb"
	}
	if n, err := strconv.Atoi(e.Getenv("COLUMNS")); err == nil && n > 0 {
		s.width = n
	}
	s.width = min(max(s.width, 40), 110)
	return s
}
