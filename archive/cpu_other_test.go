//go:build !unix

package archive

import "time"

func cpuTime() time.Duration { return 0 }

func peakMB() int64 { return 0 }
