// Package heap bounds how much memory the garbage collector leaves unused.
package heap

import (
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// Slack lets the heap grow by about so many bytes, rather than by a share of
// what it holds, before garbage is collected, until stop is called. It is for
// work that holds large tables without pointers: collecting costs next to
// nothing then, and a share of them is a lot of memory.
func Slack(bytes uint64) (stop func()) {
	was := debug.SetGCPercent(50)
	end := make(chan struct{})
	go func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		t := time.NewTicker(100 * time.Millisecond)
		defer t.Stop()
		percent := 50
		for {
			select {
			case <-end:
				debug.SetGCPercent(was)
				close(end)
				return
			case <-t.C:
			}
			metrics.Read(live)
			if p := percentFor(bytes, live[0].Value.Uint64()); p != percent {
				percent = p
				debug.SetGCPercent(p)
			}
		}
	}()
	return func() {
		end <- struct{}{}
		<-end
	}
}

// percentFor is the share of live bytes that slack is, as the collector takes it.
func percentFor(slack, live uint64) int {
	return int(min(50, max(5, 100*slack/max(1, live))))
}
