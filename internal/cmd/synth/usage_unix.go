//go:build unix

package main

import (
	"runtime"
	"syscall"
	"time"
)

func usage() (u syscall.Rusage) {
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return u
}

// peakMemory is the process's largest resident size, in bytes.
func peakMemory() int64 {
	n := int64(usage().Maxrss)
	if runtime.GOOS == "linux" {
		n <<= 10
	}
	return n
}

func userTime() time.Duration {
	u := usage()
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
