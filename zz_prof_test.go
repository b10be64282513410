package onrecord

import ("testing";"os";"context";"path/filepath";"math/rand";"strings")

func TestZZ(t *testing.T) {
	an, err := New(); if err != nil { t.Fatal(err) }
	fs, _ := filepath.Glob("/tmp/rc/[ab]/*.txt")
	n := 0
	try := func(s string) {
		defer func() { if e := recover(); e != nil { os.WriteFile("/tmp/rc/panic.txt", []byte(s), 0o644); t.Fatalf("panic %v", e) } }()
		an.Analyze(context.Background(), "x.txt", []byte(s)); n++
	}
	r := rand.New(rand.NewSource(1))
	for _, f := range fs {
		b, _ := os.ReadFile(f)
		for k := 50; k < len(b); k += 41 { try(string(b[:k])); try(string(b[len(b)-k:])) }
		w := strings.Split(string(b), " ")
		for i := 0; i < 60; i++ {
			v := append([]string(nil), w...)
			for j := 0; j < 40; j++ { a := r.Intn(len(v)); switch r.Intn(3) { case 0: v = append(v[:a], v[a+1:]...); case 1: v[a] = w[r.Intn(len(w))]; case 2: v[a] = []string{",", "\"", "which", "who", "“", "”", "that", "and", "[", "the", "\n\n", "since 1993", "December", "it", "They"}[r.Intn(15)] } }
			try(strings.Join(v, " "))
		}
	}
	t.Log(n)
}
