//go:build !unix

package archive

import (
	"os"
	"path/filepath"
)

// lock opens the lock file; where the system has no locks that end with the
// process, two runs in one folder are the user's to avoid.
func lock(dir string) (*os.File, error) {
	return os.OpenFile(filepath.Join(dir, lockName), os.O_CREATE|os.O_RDWR, 0o666)
}
