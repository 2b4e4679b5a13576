package verdict_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/verdict"
)

func TestWriteVerified(t *testing.T) {
	for _, c := range []struct {
		why  string
		v    verdict.Verified
		want string
	}{
		{"the same", verdict.Verified{File: "甲.zip", Title: "清溪镇2025年年报", Code: "3F2A-91C0-77B2-E01D", Notes: []string{"PDF：逐字节相同"}},
			"甲.zip：一致。清溪镇2025年年报\n  PDF：逐字节相同。\n  核对码　3F2A-91C0-77B2-E01D\n\n"},
		{"a difference counts for more than what was not read", verdict.Verified{File: "乙.zip", Title: "年报", Differences: []string{"缺了PDF", "多了“\u202e”"}, Unread: []string{"网页"}},
			"乙.zip：不一致。年报\n  不同　缺了PDF。\n  不同　多了“〈U+202E〉”。\n  没有比　网页。\n  核对码　\n\n"},
		{"the code of a list that the files do not keep to proves nothing", verdict.Verified{File: "丁.zip", Title: "年报", Code: "3F2A-91C0-77B2-E01D", Differences: []string{"PDF换过"}, Spoiled: true},
			"丁.zip：不一致。年报\n  不同　PDF换过。\n  清单的核对码　3F2A-91C0-77B2-E01D（里面的文件和清单不一样，核对码相同也不是打包时的那个包）\n\n"},
		{"nothing but what was not read", verdict.Verified{File: "丙.zip", Title: "年报", Unread: []string{"PDF"}}, "丙.zip：没有发现不同，但没有全部比到。年报\n  没有比　PDF。\n  核对码　\n\n"},
	} {
		var b strings.Builder
		require.NoError(t, verdict.WriteVerified(&b, c.v))
		assert.Equal(t, c.want, b.String(), c.why)
	}
}

func TestVerification(t *testing.T) {
	same := func(file, title, code string) verdict.Verified {
		return verdict.Verified{File: file, Title: title, Code: code}
	}
	different, partly := same("丁.zip", "丁", "4"), same("戊.zip", "戊", "5")
	different.Differences, partly.Unread = []string{"缺了PDF"}, []string{"PDF"}
	swapped := same("乙.zip", "甲", "1")
	swapped.Differences = []string{"填报表换过"}
	for _, c := range []struct {
		why    string
		all    []verdict.Verified
		failed []string
		want   string
	}{
		{"one", []verdict.Verified{same("甲.zip", "甲", "1")}, nil, "结论：一致。\n"},
		{"one that differs", []verdict.Verified{different}, nil, "结论：不一致。\n"},
		{"one that is no package", nil, []string{"照片.zip"}, "结论：核验不了。\n"},
		{"of each", []verdict.Verified{same("甲.zip", "甲", "1"), different, partly, same("己.zip", "己", "6")}, []string{"照片.zip"},
			"结论：共5个报送包：2个一致；1个不一致（丁.zip）；1个没有发现不同，但没有全部比到（戊.zip）；1个核验不了（照片.zip）。\n"},
		{"the same one twice", []verdict.Verified{same("甲.zip", "甲", "1"), same("乙.zip", "甲", "1")}, nil,
			"“甲”有2个报送包（甲.zip、乙.zip），内容相同，留一个就行。\n结论：共2个报送包：2个一致。\n"},
		{"two of one report", []verdict.Verified{same("甲.zip", "甲", "1"), same("乙.zip", "甲", "2")}, nil,
			"“甲”有2个报送包（甲.zip、乙.zip），请核对用哪一个。\n结论：共2个报送包：2个一致。\n"},
		{"one of them tampered with under the same manifest", []verdict.Verified{same("甲.zip", "甲", "1"), swapped}, nil,
			"“甲”有2个报送包（甲.zip、乙.zip），请核对用哪一个。\n结论：共2个报送包：1个一致；1个不一致（乙.zip）。\n"},
	} {
		var n verdict.Verification
		for _, v := range c.all {
			n.Add(v)
		}
		for _, file := range c.failed {
			n.Fail(file)
		}
		var b strings.Builder
		require.NoError(t, n.Write(&b))
		assert.Equal(t, c.want, b.String(), c.why)
	}
}
