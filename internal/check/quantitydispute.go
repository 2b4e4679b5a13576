package check

import (
	"nianbao/internal/chinese"
	"slices"
	"strings"
)

// disputed measures reviews and lawsuits. That they are about disclosure must be said, or be plain from where it is said.
func (r *reader) disputed(p *phrase, n *chinese.Numeral) []measure {
	inContext := r.roles&(disclosureWord|applicationWord) != 0 || r.statement.heading == onRequests
	if p.roles&settledWord != 0 || p.gap && !p.fromRight || p.pressed || p.classes&(outcome|decision|withdrawal) != 0 {
		return nil
	}
	blocks, plain := blocksOf(p.of(dispute))
	if !inContext && (p.classes&flow != 0 || r.unit.government && plain && p.classes&ruling == 0) {
		r.topic = onOther // 县司法局受理行政复议案件156件
		return nil
	}
	if p.classes&ruling == 0 {
		measures := combine(blocks, p, n.Value.IsZero())
		for i := range measures {
			if m := &measures[i]; m.subject.part == "litigation_direct+litigation_after_review" && r.namesBlocks() {
				m.sums = append(slices.Clone(m.sums), "disputes.litigation_direct.total", "disputes.litigation_after_review.total")
			}
		}
		return measures
	}
	var parts []string
	for _, h := range blocks {
		parts = append(parts, h.part)
	}
	if parts == nil {
		parts = r.blocks
		if len(r.named) > 0 {
			parts = r.named
		}
	}
	if len(parts) == 0 {
		return nil
	}
	measures := combine(p.of(ruling), p, n.Value.IsZero())
	for i := range measures {
		measures[i].sums = inBlocks(measures[i].sums, parts)
		measures[i].name = blockNames(parts) + "的“" + measures[i].name + "”"
	}
	return measures
}

// namesBlocks says whether the sentence tells lawsuits with and without a review before them apart.
func (r *reader) namesBlocks() bool {
	return slices.ContainsFunc(r.statement.tokens, func(k token) bool {
		return k.kind == wordToken && strings.HasPrefix(k.word.part, "litigation_") && !strings.Contains(k.word.part, "+")
	})
}

// blocksOf keeps of several words for one dispute the one that says most: 未经复议 of 未经复议直接提起行政诉讼.
// plain is true if there is none of those.
func blocksOf(heads []head) (blocks []head, plain bool) {
	for _, h := range heads {
		if strings.HasPrefix(h.part, "litigation_") && !strings.Contains(h.part, "+") &&
			!slices.ContainsFunc(blocks, func(b head) bool { return b.part == h.part }) {
			blocks = append(blocks, h)
		}
	}
	if len(blocks) > 0 {
		return blocks, false
	}
	for _, h := range heads {
		if !slices.ContainsFunc(blocks, func(b head) bool { return b.part == h.part }) {
			blocks = append(blocks, h)
		}
	}
	return blocks, true
}

// inBlocks fills the blocks in that sums on rulings leave open: all together, or where there are several, any of them.
func inBlocks(sums, blocks []string) []string {
	var list []string
	together := strings.Join(blocks, "+")
	for _, sum := range sums {
		list = append(list, inBlock(sum, together))
		for _, block := range blocks {
			if len(blocks) > 1 {
				list = append(list, inBlock(sum, block))
			}
		}
	}
	return list
}

func inBlock(sum, block string) string {
	var parts []string
	for _, pattern := range strings.Split(sum, "+") {
		for _, b := range strings.Split(block, "+") {
			parts = append(parts, strings.ReplaceAll(pattern, "BLOCK", b))
		}
	}
	return strings.Join(parts, "+")
}

func blockNames(blocks []string) string {
	var names []string
	for i := range subjects {
		if s := &subjects[i]; s.class == dispute && slices.Contains(blocks, s.part) {
			names = append(names, s.name)
		}
	}
	return strings.Join(names, "、")
}

func (r *reader) deniedDisputes(p *phrase) []measure {
	blocks, _ := blocksOf(p.of(dispute))
	if p.classes&(outcome|decision) != 0 {
		return nil
	}
	results := p.of(ruling)
	if len(results) == 0 {
		return combineDenied(blocks)
	}
	var parts []string
	for _, h := range blocks {
		parts = append(parts, h.part)
	}
	if parts == nil {
		parts = r.blocks
	}
	if len(parts) == 0 || !results[0].subject.deniable {
		return nil
	}
	m := results[0].subject.measure()
	m.sums = inBlocks(m.sums, parts)[:1]
	m.name = blockNames(parts) + "的“" + m.name + "”"
	return []measure{m}
}
