package numfmt

import (
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShow(t *testing.T) {
	const unknown = "?"
	for _, test := range []struct{ why, code, number, want string }{
		{"digits", "0", "5", "5"},
		{"zeros in front", "000000", "12345", "012345"},
		{"more digits than places stand before the first", "00", "12345", "12345"},
		{"a mask", "000-00000000", "1052345678", "010-52345678"},
		{"a mask as it is stored by name", `\(000\)\ 0000\-0000`, "1052345678", "(010) 5234-5678"},
		{"room that is not needed", "####", "5", "5"},
		{"no digit for a zero", "#", "0", ""},
		{"room that is kept", "???", "5", "  5"},
		{"rounded to the places", "0.00", "1.005", "1.01"},
		{"places that may be empty", "0.0##", "1.5", "1.5"},
		{"every third digit", "#,##0", "1234567", "1,234,567"},
		{"and with zeros in front", "0,000,000", "1234", "0,001,234"},
		{"divided by a thousand", "0,", "5000", "5"},
		{"and by a million", "0.0,,", "1234567", "1.2"},
		{"in ten thousands, as Chinese clerks write it", "0!.0,", "50000", "5.0"},
		{"the same with another mark", `0\.0000`, "12345", "1.2345"},
		{"behind the point too", "0.0,", "5400", "5.4"},
		{"a comma that means nothing", `0","`, "5", "5,"},
		{"a percentage", "0%", "0.255", "26%"},
		{"two of them", "0%%", "0.5", "5000%%"},
		{"which is only a word", `0"%"`, "5", "5%"},
		{"negative", "0", "-5", "-5"},
		{"negative in its own section", "0;(0)", "-5", "(5)"},
		{"which may hide the sign", "0;0", "-5", "5"},
		{"zero in its own section", `0;-0;"无"`, "0", "无"},
		{"zero without one", "0;(0)", "0", "0"},
		{"hidden", ";;;", "5", ""},
		{"hidden for negative numbers", "0;", "-5", ""},
		{"a condition", `[>=10000]0!.0,"万";0`, "50000", "5.0万"},
		{"a condition that does not hold", `[>=10000]0!.0,"万";0`, "500", "500"},
		{"three conditions", `[<1]"少";[<10]"中";"多"`, "50", "多"},
		{"colour and condition", `[Red][<0]"亏"0;0`, "-5", "-亏5"},
		{"colours by their Chinese names", "[红色]0", "5", "5"},
		{"currency", "[$￥-804]#,##0.00", "5", "￥5.00"},
		{"a language", "[$-804]0", "5", "5"},
		{"western numerals and calendar of a language", "[$-1010409]0", "5", "5"},
		{"other numerals", "[$-2000401]0", "5", unknown},
		{"Chinese numerals", "[DBNum1][$-804]General", "5", unknown},
		{"as accounts are written", `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, "1234.5", " 1,234.50 "},
		{"and their zeros", `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, "0", ` -   `},
		{"words around", `"共"0"件"`, "5", "共5件"},
		{"words without quotation marks", "0万", "5", "5万"},
		{"only words", `"见附件"`, "5", "见附件"},
		{"a text's format shows a number", "@", "5", "5"},
		{"a text's section is none of numbers", `0;0;0;"x"@`, "5", "5"},
		{"in general", "General", "5.5", "5.5"},
		{"in general, with words", `General"元"`, "5.5", "5.5元"},
		{"in general, as Chinese programs write it", "G/通用格式", "5", "5"},
		{"powers of ten", "0.00E+00", "12345", "1.23E+04"},
		{"and small ones", "0.0E-0", "0.00123", "1.2E-3"},
		{"in thousands", "##0.0E+0", "12345", "12.3E+3"},
		{"rounded up to the next power", "0.0E+0", "9.99", "1.0E+1"},
		{"a fraction", "# ?/?", "2.5", "2 1/2"},
		{"nearest with one digit", "# ?/?", "0.33", " 1/3"},
		{"nearest with two digits", "# ??/??", "3.14159", "3 14/99"},
		{"nearest with three digits", "# ???/???", "3.14159", "3 16/113"},
		{"no fraction left", "# ?/?", "5", "5 "},
		{"without the whole", "?/?", "2.5", "5/2"},
		{"in eighths", "# ?/8", "2.5", "2 4/8"},
		{"rounded up to the whole", "# ?/?", "1.99", "2 "},
		{"a day", "yyyy-mm-dd", "46042", "2026-01-20"},
		{"a day in Chinese", `yyyy"年"m"月"d"日"`, "46042", "2026年1月20日"},
		{"the year as e", "e", "46042", "2026"},
		{"a count of five as a year", "e", "5", "1900"},
		{"a weekday", "aaaa", "5", "星期四"},
		{"a weekday in short", "aaa", "46042", "二"},
		{"minutes behind hours, months before days", "m/d h:mm", "46042.5", "1/20 12:00"},
		{"minutes before seconds", "mm:ss", "46042.5", "00:00"},
		{"elapsed hours", "[h]:mm", "1.5", unknown},
		{"names of months", "mmmm", "5", unknown},
		{"half days", "h:mm AM/PM", "0.5", unknown},
		{"eras", "ggge", "46042", unknown},
		{"the system's own date", "[$-F800]dddd, mmmm dd, yyyy", "46042", unknown},
		{"a day that is none", "yyyy", "-5", unknown},
		{"a bracket that does not close", "[Red0", "5", unknown},
		{"quotation marks that do not close", `0"件`, "5", "5件"},
	} {
		d, err := decimal.NewFromString(test.number)
		require.NoError(t, err)
		s := Parse(test.code).Show(d, Calendar{})
		got := unknown
		if s.Known {
			got = s.Text
		}
		assert.Equal(t, test.want, got, "%s: %s of %s", test.why, test.code, test.number)
	}
}

func TestShowText(t *testing.T) {
	for code, want := range map[string]string{
		"@": "字", "0": "字", "0;-0;0;@": "字", ";;;": "", `0;0;0;"x"`: "x", `"第"@"条"`: "第字条", `0;@" "`: "字 ", "0;0;0": "字", "General": "字",
	} {
		assert.Equal(t, want, Parse(code).ShowText("字"), code)
	}
}

// A format of this program's own or of any other neither stops the program nor makes long texts.
func FuzzShow(f *testing.F) {
	for _, code := range builtIns {
		f.Add(code, "46042.125")
	}
	f.Add(`[>=10000]0!.0,"万";[红色]-0.00E+00;[$￥-804]# ??/??;@`, "-12345.678")
	f.Fuzz(func(t *testing.T, code, number string) {
		d, ok := ParseNumber(number)
		if !ok {
			return
		}
		c := Parse(code)
		s := c.Show(d, Calendar{})
		assert.Less(t, len(s.Text), len(code)+5000)
		assert.True(t, s.Known || s.Text == "")
		if utf8.ValidString(code) {
			assert.True(t, utf8.ValidString(s.Text))
		}
		assert.LessOrEqual(t, len(c.ShowText("字")), len(code)*3+3)
		if again := Parse(code).Show(d, Calendar{}); again != s {
			t.Errorf("%q shows %v and %v", code, s, again)
		}
	})
}
