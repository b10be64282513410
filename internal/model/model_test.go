package model

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
)

// Models of any sparseness are unpacked whole, one after the other in the same
// memory.
func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.bin")
	for _, zeros := range []int{0, 1 << 20, 100, 3 << 20} {
		part := append(make([]byte, zeros), 1, 2, 255)
		require.NoError(t, Save(path, bytes.NewBuffer(part), bytes.NewReader(binary.LittleEndian.AppendUint32(nil, 77))))
		packed, err := os.ReadFile(path)
		require.NoError(t, err)
		n, err := Load(packed, func(r *bytes.Buffer) (uint32, error) {
			b, err := Next(r, zeros)
			require.NoError(t, err)
			require.Equal(t, zeros, bytes.Count(b, []byte{0}))
			w, err := Weights(r, 3)
			require.NoError(t, err)
			require.Equal(t, []int8{1, 2, -1}, w)
			_, err = Next(r, 5)
			require.ErrorIs(t, err, io.ErrUnexpectedEOF)
			b, err = Next(io.LimitReader(r, 4), 4)
			return binary.LittleEndian.Uint32(b), err
		})
		require.NoError(t, err)
		require.EqualValues(t, 77, n)
	}
	_, err := Load([]byte("no model"), func(*bytes.Buffer) (int, error) { return 1, nil })
	require.ErrorContains(t, err, "unpacking a model")
}
