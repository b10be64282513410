//go:build unix

package archive

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// lock keeps a second run out of dir. The system drops the lock with the
// process, however it ends.
func lock(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, fmt.Errorf("another run is writing to %s: wait for it, or use another folder", dir)
	}
	return f, nil
}
