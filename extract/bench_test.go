package extract

import (
	"context"
	"syscall"
	"testing"
)

// cpu returns the processor time that the process has used, in milliseconds:
// what other processes do does not count.
func cpu() float64 {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return float64(r.Utime.Nano()+r.Stime.Nano()) / 1e6
}

// BenchmarkHTML reads the real pages of the shared data, one an iteration.
func BenchmarkHTML(b *testing.B) {
	ps := pages(b)
	if _, err := builtin(); err != nil {
		b.Fatal(err)
	}
	bytes := 0
	for _, p := range ps {
		bytes += len(p.HTML)
	}
	b.SetBytes(int64(bytes / len(ps)))
	b.ReportAllocs()
	b.ResetTimer()
	start := cpu()
	for i := 0; i < b.N; i++ {
		if _, err := HTML(context.Background(), ps[i%len(ps)].HTML); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((cpu()-start)/float64(b.N), "cpu-ms/page")
}
