package check

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// spoilt gives texts, and many more in which a few characters are others, lost or doubled.
func spoilt(t *testing.T, texts []string, characters string, each func(text string)) {
	random := rand.New(rand.NewPCG(1, 2))
	others := []rune(characters)
	for _, text := range texts {
		each(text)
		for range 4000 {
			runes := []rune(text)
			for range 1 + random.IntN(3) {
				if len(runes) == 0 {
					break
				}
				at := random.IntN(len(runes))
				switch other := others[random.IntN(len(others))]; random.IntN(4) {
				case 0:
					runes = slices.Delete(runes, at, at+1)
				case 1:
					runes = slices.Insert(runes, at, runes[random.IntN(len(runes))])
				case 2:
					runes[at] = other
				default:
					runes = slices.Insert(runes, at, other)
				}
			}
			each(string(runes))
		}
	}
}

// What is told without the patterns is what they say.
func TestUsualContactsAreRight(t *testing.T) {
	for _, c := range []struct {
		usual func(string) bool
		texts []string
		holds func(t *testing.T, text string)
	}{
		{isUsualPhone, []string{"0931-1234567", "010-12345678", "021-87654321", "000-12345678", "0000-1234567", "0371-13912345"}, func(t *testing.T, text string) {
			assert.Equal(t, []phone{{text, onlyDigits(text), true}}, anyPhonesIn(text))
			assert.True(t, onlyPhone.MatchString(phoneMarks.Replace(text)), text)
			assert.Empty(t, faultsOfPhone(text), text)
		}},
		{isUsualEmail, []string{"qingxi@example.gov.cn", "a1@163.com"}, func(t *testing.T, text string) {
			assert.True(t, wholeEmail.MatchString(text), text)
			assert.Empty(t, faultsOfEmail(text), text)
		}},
		{isUsualSite, []string{"https://www.example.gov.cn", "http://www.example.gov.cn/", "http://www.qingxi.gov.cn/zwgk/index.html", "https://www.a.cn/http/www"}, func(t *testing.T, text string) {
			assert.True(t, siteAlone.MatchString(text), text)
			assert.Empty(t, faultsOfWebsite(text), text)
		}},
		{isPostcode, []string{"745400"}, func(t *testing.T, text string) { assert.Empty(t, faultsOfPostcode(text), text) }},
	} {
		told := 0
		spoilt(t, c.texts, "0123456789-. /:@wWhtpa#（转", func(text string) {
			if c.usual(text) {
				told++
				c.holds(t, text)
				assert.Empty(t, personsIn(text), text)
			}
		})
		assert.Greater(t, told, 50)
	}
}

// The words that patterns are built from have the signs of the patterns.
func TestSignsOfBuiltPatterns(t *testing.T) {
	for _, label := range contactWords.list("联系人") {
		assert.True(t, strings.ContainsAny(label, "人员"), label)
	}
	assert.True(t, strings.HasSuffix(nameless.String(), `]某{1,2}`))
	for _, wish := range strings.Fields("有待加强 亟待改进 亟需整改 急需改进 尚需加强 仍需改进 还需整改 仍须改进 需要加强 不够完善 未整改 没有改进 缺乏措施 缺少措施 " +
		"主要问题及改进情况 问题和措施 问题与改进 落实不够 整改有差距 完善滞后") {
		assert.Equal(t, wishes.Compiled().ReplaceAllString(wish, ""), wishes.ReplaceAllString(wish, ""), wish)
	}
}

func TestPlainlyOwnContactsAreTheSame(t *testing.T) {
	for i, own := range []string{"0931-1234567", "清溪镇文昌路1号", "745400", "qingxi@example.gov.cn", "https://www.example.gov.cn/qingxi"} {
		c := contacts[i]
		texts := []string{"地址：清溪镇文昌路1号，邮编：745400，电话：0931-1234567，邮箱：qingxi@example.gov.cn。", "（网址：https://www.example.gov.cn/qingxi）联系方式为" + own + "。",
			c.name + "是" + own, c.name + c.tail + "：" + own + "；" + c.name + "：" + own, "电子邮箱地址" + own + "，下载地址： " + own + "。"}
		told := 0
		spoilt(t, texts, "0123456789-. /:：@，。（号址", func(text string) {
			if c.isPlainlyOwn(text, own) {
				told++
				for _, m := range c.said.FindAllStringSubmatch(text, -1) {
					assert.True(t, c.same(m[1], own), "%s: %s", text, m[1])
				}
			}
		})
		assert.Greater(t, told, 50, own)
	}
}

func TestWholeYearsAreNoFault(t *testing.T) {
	texts := []string{"所列数据的统计期限自2025年1月1日起至12月31日止。", "本报告由六个部分组成，统计期限为2025年1月1日至2025年12月31日。", "根据2025年要求编制2025年年报，统计期限自2025年1月1日起至12月31日止。", "一2025年1月1日至12月31日"}
	told := 0
	spoilt(t, texts, "0123456789年月日至起一二 -.０", func(text string) {
		if namesWholeYear(text, 2025) {
			told++
			m := period.FindStringSubmatch(text)
			require.NotNil(t, m, text)
			assert.True(t, isWholeYear(m[1:4], m[5:8], 2025), text)
			assert.Equal(t, []string{"日", "日"}, []string{m[4], m[8]}, text)
			assert.Regexp(t, `(?:^|[^0-9])`+regexp.QuoteMeta(m[0]), text)
		}
	})
	assert.Greater(t, told, 50)
}

func TestShortcutsSayWhatPatternsSay(t *testing.T) {
	numbers := []string{"联系电话：13900000000。", "6222 0000 0000 0000 000", "110105 19491231 002X", "0931-1234567", "139 0000 0000", "62220000000000000", "1-139-0000-0000"}
	spoilt(t, numbers, "0123456789 -X", func(text string) {
		if !mayHoldLongDigits(text) {
			assert.False(t, longDigits.MatchString(text), text)
		}
	})
	listItem := regexp.MustCompile(`^(\p{Han}{2,12}?)(?:类|信息)?[0-9]+(?:条|件|份|篇|期|项|个|次)$`)
	spoilt(t, []string{"政策解读类12条", "公开信息3件", "重点领域信息120条", "会议、决定类5次", "信息类2份", "其他信息信息2份", "类类3个"}, "类信息1条件々〇", func(text string) {
		class, ok := readListItem(text)
		m := listItem.FindStringSubmatch(text)
		require.Equal(t, m != nil, ok, text)
		if ok {
			assert.Equal(t, m[1], class, text)
		}
	})
	endWords := regexp.MustCompile(`(?:` + strings.Join(unitWords.list("网站名称里的词"), "|") + `)+$`)
	spoilt(t, []string{"清溪镇人民政府门户", "北原县政府信息公开", "官方微信公开服务", "电子政务政府人民政府"}, "政府人民信息公开", func(text string) {
		assert.Len(t, endWords.FindString(text), lengthOfEnd(text, unitWords.list("网站名称里的词")), text)
	})
	underMeasures := regexp.MustCompile(`(?:改进|整改|措施)[^，。；：]{0,6}[：。]?$`)
	spoilt(t, []string{"（二）改进情况", "下一步整改措施：", "改进工作的几条措施。", "改进的办法有六条，如下", "措施：："}, "：。，改进措施", func(text string) {
		assert.Equal(t, underMeasures.MatchString(text), isUnderMeasures(text), text)
	})
	spoilt(t, []string{"无。", "本年度暂没有存在的问题。", "没有问题", "目前暂无此类情况；"}, "无有没。问题年", func(text string) {
		assert.Equal(t, nothing.Compiled().MatchString(text), saysNothing(text), text)
	})
}
