package extract

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

var samples = map[string]string{
	"fr":    "Le maire a déclaré : « Nous rouvrirons le pont dès que les ingénieurs l’auront réparé », à la fête de l’été.",
	"pl":    "Burmistrz powiedział, że most zostanie zamknięty do końca marca, a mieszkańcy będą musieli jeździć objazdem.",
	"ru":    "Мэр города сказал, что мост останется закрытым до конца марта, пока инженеры не найдут причину трещин.",
	"ja":    "市長は、橋は三月末まで閉鎖されると述べた。技術者が亀裂の原因を調べている。住民は迂回路を使うことになる。",
	"ko":    "시장은 다리가 삼월 말까지 폐쇄될 것이라고 말했다. 기술자들이 균열의 원인을 조사하고 있다.",
	"zh":    "市长说，这座桥将关闭到三月底，工程师正在调查裂缝的原因，居民必须绕道而行。",
	"zh-TW": "市長說，這座橋將關閉到三月底，工程師正在調查裂縫的原因，居民必須繞道而行。",
	"el":    "Ο δήμαρχος είπε ότι η γέφυρα θα παραμείνει κλειστή μέχρι το τέλος Μαρτίου.",
}

func pageOf(lang, charset, text string) string {
	meta := ""
	if charset != "" {
		meta = `<meta http-equiv="Content-Type" content="text/html; charset=` + charset + `">`
	}
	return `<html lang="` + lang + `"><head>` + meta + `<title>t</title></head><body><p>` + strings.Repeat(text+" ", 4) + `</p></body></html>`
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		lang, label, name string
		enc               encoding.Encoding
	}{
		{"fr", "iso-8859-1", "windows-1252", charmap.Windows1252},
		{"fr", "windows-1252", "windows-1252", charmap.Windows1252},
		{"fr", "iso-8859-15", "iso-8859-15", charmap.ISO8859_15},
		{"fr", "macintosh", "macintosh", charmap.Macintosh},
		{"pl", "iso-8859-2", "iso-8859-2", charmap.ISO8859_2},
		{"pl", "windows-1250", "windows-1250", charmap.Windows1250},
		{"ru", "windows-1251", "windows-1251", charmap.Windows1251},
		{"ru", "koi8-r", "koi8-r", charmap.KOI8R},
		{"el", "iso-8859-7", "iso-8859-7", charmap.ISO8859_7},
		{"ja", "shift_jis", "shift_jis", japanese.ShiftJIS},
		{"ja", "euc-jp", "euc-jp", japanese.EUCJP},
		{"ja", "iso-2022-jp", "iso-2022-jp", japanese.ISO2022JP},
		{"ko", "euc-kr", "euc-kr", korean.EUCKR},
		{"zh", "gbk", "gbk", simplifiedchinese.GBK},
		{"zh", "gb18030", "gb18030", simplifiedchinese.GB18030},
		{"zh-TW", "big5", "big5", traditionalchinese.Big5},
	} {
		text := samples[c.lang]
		if c.label == "iso-8859-15" || c.label == "macintosh" {
			text = strings.ReplaceAll(text, "’", "'")
		}
		t.Run(c.label, func(t *testing.T) {
			for _, how := range []string{"declared", "header", "sniffed"} {
				label, opts := c.label, []Option(nil)
				switch how {
				case "header":
					label, opts = "", []Option{WithContentType("text/html; charset=" + c.label)}
				case "sniffed":
					label = ""
					switch c.label {
					case "iso-8859-15", "macintosh", "windows-1250", "koi8-r", "iso-2022-jp", "gbk":
						continue // no guess tells them from others
					}
				}
				src, err := encoding.ReplaceUnsupported(c.enc.NewEncoder()).String(pageOf(c.lang, label, text))
				require.NoError(t, err)
				got, name := decode([]byte(src), newConfig(opts).contentType, true)
				require.Contains(t, got, text, how)
				if how != "sniffed" {
					require.Equal(t, c.name, name)
				}
			}
		})
	}
}

func TestUTF16(t *testing.T) {
	src := pageOf("fr", "", samples["fr"]+" 😀")
	for _, c := range []struct {
		e   unicode.Endianness
		bom unicode.BOMPolicy
	}{{unicode.LittleEndian, unicode.UseBOM}, {unicode.BigEndian, unicode.UseBOM}, {unicode.LittleEndian, unicode.IgnoreBOM}, {unicode.BigEndian, unicode.IgnoreBOM}} {
		b, err := unicode.UTF16(c.e, c.bom).NewEncoder().String(src)
		require.NoError(t, err)
		got, _ := decode([]byte(b), "", true)
		require.Equal(t, src, got)
		require.True(t, IsHTML([]byte(b)))
	}
}

// One invalid byte costs one character, never the page.
func TestInvalidBytes(t *testing.T) {
	for _, c := range []struct{ name, src, want, encoding string }{
		{"declared", pageOf("fr", "utf-8", "d\xe9claré à l'été"), "d\uFFFDclaré à l'été", "utf-8"},
		{"undeclared", pageOf("fr", "", "d\xe9claré à l'été"), "d\uFFFDclaré à l'été", "utf-8"},
		{"alone", "<meta charset=utf-8><p>plain \xff text</p>", "plain \uFFFD text", "utf-8"},
		{"punctuation", pageOf("fr", "utf-8", "\x93Été\x94 d\x92été \x96 fin\x85"), "“Été” d’été – fin…", "utf-8"},
		{"mislabelled latin-1", pageOf("fr", "iso-8859-1", "déclaré à l'été"), "déclaré à l'été", "utf-8"},
		{"mislabelled UTF-8", pageOf("fr", "utf-8", "d\xe9clar\xe9 \xe0 l'\xe9t\xe9"), "déclaré à l'été", "windows-1252"},
		{"byte order mark", "\xef\xbb\xbf" + pageOf("fr", "iso-8859-1", "déclaré"), "déclaré", "utf-8"},
		{"unknown label", pageOf("fr", "utf-9", "déclaré"), "déclaré", "utf-8"},
		{"cut", pageOf("fr", "utf-8", "déclaré") + "caf\xc3", "déclaré", "utf-8"},
	} {
		got, name := decode([]byte(c.src), "", true)
		require.Contains(t, got, c.want, c.name)
		require.Equal(t, c.encoding, name, c.name)
	}
}

func TestTextUnchanged(t *testing.T) {
	for _, s := range []string{"", "a", "a\r\n\r\nb\r\n", "  a  \n\n\n b\u00a0c", "caf\u00e9\n\n\"x\""} {
		d, err := Text(context.Background(), []byte(s))
		require.NoError(t, err)
		require.Equal(t, s, d.Text)
	}
	d, err := Text(context.Background(), []byte("\xef\xbb\xbfOne.\n\nTw\xffo."))
	require.NoError(t, err)
	require.Equal(t, "One.\n\nTw\uFFFDo.", d.Text)
}
