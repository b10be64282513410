//go:build !unix

package main

import "time"

func peakMemory() int64       { return 0 }
func userTime() time.Duration { return 0 }
