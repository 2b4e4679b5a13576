package flat

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/label"
)

const heading3 = "   三、收到和处理政府信息公开申请情况\n"

// tornHeads3Layout is how pdftotext -layout writes the heads of table three.
const tornHeads3Layout = heading3 + `                                     申请人情况
                                  法人或其他组织
（本列数据的勾稽关系为：第一项加第二项之
                            自然        社会 法律
   和，等于第三项加第四项之和）              商业 科研           总计
                            人         公益 服务 其他
                               企业 机构
                                      组织 机构
`

// tornRows are rows of it: labels stand before, around and between their figures, with the heads beside them among their lines.
const tornRows = `   一、本年新收政府信息公开申请数量          6  1  0   0   0 0  7
   二、上年结转政府信息公开申请数量          0  0  0   0   0 0  0
三、       （一）予以公开             3  1  0   0   0 0  4
   （二）部分公开（区分处理的，只计这一
                            1   0   0   0   0   0   1
        情形，不计其他情形）
               1.属于国家秘密     0   0   0   0   0   0   0
   （三）不     4.保护第三方合法权益     1   0   0   0   0   0   1
    予公开    5.属于三类内部事务信息     0   0   0   0   0   0   0
   （四）无
         2.没有现成信息需要另行制作     0   0   0   0   0   0   0
本年 法提供
度办
         5.要求行政机关确认或重新出
                            0   2   0   0   0   0   2
                具已获取信息
         1.申请人无正当理由逾期不补
         正、行政机关不再处理其政府      0   0   3   0   0   0   3
                信息公开申请
   （六）其
         2.申请人逾期未按收费通知要
    他处理
         求缴纳费用、行政机关不再处      0   0   0   4   0   0   4
            理其政府信息公开申请
                   3.其他     0   0   0   0   5   0   5
            （七）总计           6   1   3   4   5   0   19
      四、结转下年度继续办理           0   0   0   0   0   0   0
`

func TestTornTableThree(t *testing.T) {
	const end = "\n   四、政府信息公开行政复议、行政诉讼情况\n"
	all := "received.total=7 granted.total=4 partially_granted.total=1 denied.third_party.total=1 not_handled.confirmation.total=2 other.uncorrected.total=3 other.unpaid.total=4 other.miscellaneous.total=5 total.total=19"
	without := func(all string, rows ...string) string {
		for _, row := range rows {
			all = strings.Replace(all, row+" ", "", 1)
		}
		return all
	}
	for _, test := range []struct{ why, text, want string }{
		{"all letters of the heads are there", tornHeads3Layout + tornRows, all},
		{"a line a word", strings.Join(strings.Fields(tornHeads3Layout), "\n") + "\n" + tornRows, all},
		{"a letter of the heads lost", strings.Replace(tornHeads3Layout, "公益", "公", 1) + tornRows, ""},
		{"a word more among the heads", strings.Replace(tornHeads3Layout, "公益 ", "公益 个人 ", 1) + tornRows, ""},
		{"the first half of a label lost", tornHeads3Layout + strings.Replace(tornRows, "2.申请人逾期未按收费通知要", "", 1), without(all, "other.unpaid.total=4")},
		{"the second half of a label lost", tornHeads3Layout + strings.Replace(tornRows, "            理其政府信息公开申请\n", "", 1), without(all, "other.unpaid.total=4")},
		{"other text in the midst of a label", tornHeads3Layout + strings.Replace(tornRows, "    他处理", "    另注", 1), without(all, "other.unpaid.total=4")},
		{"a figure of the row too few", tornHeads3Layout + strings.Replace(tornRows, "0   0   0   4   0   0   4", "0   0   0   4   0   4", 1), without(all, "other.unpaid.total=4")},
		{"a row that does not add up", tornHeads3Layout + strings.Replace(tornRows, "1   0   0   0   0   0   1\n        情形", "1   0   0   0   0   0   2\n        情形", 1), without(all, "partially_granted.total=1")},
	} {
		t.Run(test.why, func(t *testing.T) {
			var totals []string
			r := Read(test.text+end, 2023)
			for _, f := range strings.Fields(figuresOf(r, "requests.", false)) {
				if strings.Contains(f, ".total=") {
					totals = append(totals, f)
				}
			}
			assert.Equal(t, test.want, strings.Join(totals, " "))
			checkPlaces(t, test.text+end, r)
		})
	}
}

// The lines of labels and the heads beside the rows are no paragraphs.
func TestExtentOfTornTableThree(t *testing.T) {
	text := tornHeads3Layout + tornRows + "收到申请 6 件，均已办结。\n"
	r := Read(text, 2023)
	if assert.Len(t, r.Extents, 1) {
		assert.Equal(t, label.Requests, r.Extents[0].Table)
		assert.Empty(t, r.Wordings, "their words are the prescribed ones")
		assert.Equal(t, strings.TrimSpace(strings.TrimPrefix(tornHeads3Layout, heading3)+tornRows), text[r.Extents[0].Start:r.Extents[0].End])
	}
}

// torn is table three as pdftotext lays it out: its heads in pieces, figures amid the lines of their labels, and pieces of the heads
// beside the rows on any line.
func torn(r *rand.Rand, rows [][]box) string {
	if first := rows[0][0].text; !strings.HasPrefix(first, "（本列") {
		return joined(rows, "   ", "\n")
	}
	lines := strings.Split(strings.TrimSpace(strings.TrimPrefix(tornHeads3Layout, heading3)), "\n")
	var beside []string
	for _, row := range rows {
		at := slices.IndexFunc(row, func(b box) bool { return b.figure })
		if at < 1 {
			continue
		}
		for _, b := range row[:at-1] {
			letters := []rune(b.text)
			beside = append(beside, string(letters[:len(letters)/2]), string(letters[len(letters)/2:]))
		}
		figures, letters := joined([][]box{row[at:]}, "   ", ""), []rune(row[at-1].text)
		pieces := []string{string(letters)}
		for len(letters) > 9 && r.IntN(3) > 0 {
			half := 6 + r.IntN(len(letters)-8)
			pieces = append(pieces[:len(pieces)-1], string(letters[:half]), string(letters[half:]))
			letters = letters[half:]
		}
		middle := (len(pieces) + r.IntN(2)) / 2
		for i := range pieces {
			if i == middle && len(pieces) > 1 && r.IntN(2) == 0 {
				lines = append(lines, "        "+figures)
				middle = -1
			}
			line := pieces[i]
			if len(beside) > 0 && r.IntN(2) == 0 {
				line, beside = beside[0]+"    "+line, beside[1:]
			}
			if i == middle || middle >= 0 && i == len(pieces)-1 {
				line, middle = line+"   "+figures, -1
			}
			lines = append(lines, "   "+line)
			if len(beside) > 0 && r.IntN(2) == 0 {
				lines, beside = append(lines, beside[0]), beside[1:]
			}
		}
	}
	return strings.Join(lines, "\n")
}
