package claims

import "strings"

// entryStart is the first sentence of the entry of a running report that sentence s
// stands in, behind a line of strokes: what other entries speak of is another thing.
// It is 0 in a report of one piece.
func (ar *article) entryStart(s int) int {
	if !ar.strokesRead {
		ar.strokesRead, ar.strokes = true, nil
		for k := range ar.a.Sentences {
			x := &ar.a.Sentences[k]
			if x.Last-x.First <= 2 && x.Last > x.First && strings.HasPrefix(ar.a.Word(x.First), "__") {
				ar.strokes = append(ar.strokes, k)
			}
		}
	}
	for k := len(ar.strokes) - 1; k >= 0; k-- {
		if ar.strokes[k] < s {
			return ar.strokes[k] + 1
		}
	}
	return 0
}
