package reading

import "nianbao/internal/chinese"

// phrase is what the words beside a number say.
type phrase struct {
	roles   role
	topics  uint // a bit for each topic that a word names
	classes Class
	heads   []head // the words that name subjects, in order
	before  string // unknown text before the first head or object, as much of it as a clause may have
	pressed bool   // unknown text stands right before the first object: 低保申请, 交通行政处罚
	gap     bool   // unknown text stands behind the first head or object
	remote  bool   // unknown text stands before the first head

	times     uint // a bit for each time that the words name
	fromRight bool // the heads stand behind the number
}

// head is a word that names a subject.
type head struct {
	*word
	joined bool // to the head before it, by nothing but 、 or 和
}

// phraseOf reads the tokens beside a number, or of a clause without one.
func phraseOf(text string, span []*token) phrase {
	var p phrase
	anchored, joining, pressing := false, false, false
	for _, k := range span {
		switch {
		case k.kind == unknownToken || k.kind == titleToken:
			p.remote = p.remote || len(p.heads) == 0
			if anchored {
				p.gap = true
			} else {
				if len(p.before) < chinese.Farthest {
					p.before += text[k.Start:k.End]
				}
				pressing = k.kind == unknownToken
			}
			joining = false
			continue
		case k.kind == listMark || k.has(conjunctionWord):
			joining = len(p.heads) > 0
		case k.kind == wordToken:
			anchored = p.addWord(k.word, joining, anchored, pressing)
			joining = joining && k.word.subject == nil
		}
		pressing = false
	}
	return p
}

func (p *phrase) addWord(w *word, joining, anchored, pressing bool) bool {
	p.roles |= w.role
	p.topics |= 1 << w.topic
	object := w.role&(applicationWord|applyingWord|documentWord) != 0
	if w.subject != nil {
		p.heads = append(p.heads, head{w, joining})
		p.classes |= w.subject.class
		object = object || w.subject.class&(Decision|Charge|Dispute) != 0
	}
	if object && !anchored {
		p.pressed = pressing
	}
	return anchored || object || w.subject != nil
}

// of lists the heads of a class.
func (p *phrase) of(c Class) []head {
	var list []head
	for _, h := range p.heads {
		if h.subject.class&c != 0 {
			list = append(list, h)
		}
	}
	return list
}

// names says whether the phrase names one of the topics.
func (p *phrase) names(topics ...Topic) bool {
	for _, t := range topics {
		if p.topics&(1<<t) != 0 {
			return true
		}
	}
	return false
}

// allJoined says whether the heads are one list: 行政许可、行政处罚和行政强制.
func allJoined(heads []head) bool {
	for _, h := range heads[min(1, len(heads)):] {
		if !h.joined {
			return false
		}
	}
	return true
}
