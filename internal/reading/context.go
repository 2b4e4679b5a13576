package reading

// inScope says whether the words before a number leave it to the report: its year, its territory, the whole of it.
func (r *reader) inScope(span []*token, p *phrase) bool {
	place := r.unit.placeOf(span)
	if place == unnamed && namesOrgan(p.before) {
		place = elsewhere
	}
	if place == unnamed {
		place = r.place
	}
	if place == elsewhere {
		return false
	}
	if p.classes&Carrying != 0 {
		return r.unit.timeOf(span) != anotherTime
	}
	t := r.unit.timeOf(span)
	if t == unsaid && (r.time != anotherTime || p.roles&fullYearWord == 0) {
		t = r.time
	}
	return t == unsaid || t == reportYear
}

// absorb takes in what a clause, or the words before a number, hand on to what follows.
func (r *reader) absorb(span []*token, counted bool) {
	p := phraseOf(r.statement.Text, span)
	if t := r.unit.timeOf(span); t != unsaid && p.roles&(compareWord|carriedOverWord) == 0 && p.classes&Carrying == 0 &&
		(!counted || len(p.heads) > 0 || p.roles&(applicationWord|applyingWord|documentWord) != 0) {
		r.time = t
	}
	r.absorbPlace(span)
	r.absorbTopic(span, counted)
}

// absorbPlace takes the organ in that a clause begins with: what 按照 or 在 stands before is no subject.
func (r *reader) absorbPlace(span []*token) {
	lead := 0
	for lead < len(span) && span[lead].kind != unknownToken {
		if span[lead].has(prepositionWord) {
			return
		}
		lead++
	}
	place := r.unit.placeOf(span[:lead])
	if place == unnamed && lead < len(span) && namesOrgan(r.statement.Words(span[lead].Span)) {
		place = elsewhere
	}
	if place == unnamed && r.unit.placeOf(span) == whole {
		place = whole
	}
	if place != unnamed {
		r.place = place
	}
}

// absorbTopic takes in what the words speak of. That something else is spoken of counts only where it is counted.
func (r *reader) absorbTopic(span []*token, counted bool) {
	disclosed := false
	for i, k := range span {
		if k.kind != wordToken {
			continue
		}
		w := k.word
		switch {
		case w.role&applyingWord != 0:
			pressed := i > 0 && span[i-1].kind == unknownToken || i > 0 && span[i-1].kind == wordToken && span[i-1].word.topic > onRequests
			switch {
			case pressed && counted && r.topic != onDisputes:
				r.topic = onOther
			case !pressed && (disclosed || r.statement.heading == onRequests):
				r.topic = onRequests
			}
		case w.role&disclosureWord != 0:
			disclosed = true
		case w.topic == onOther || w.topic == onInformation:
			if counted {
				r.topic = w.topic
			}
		case w.topic != noTopic:
			r.topic = w.topic
		}
		if w.role&documentWord != 0 {
			r.object = normative
			if w.role&rulesWord != 0 {
				r.object = rules
			}
		}
		if w.subject != nil && w.subject.class == Dispute {
			r.named = append(r.named, w.subject)
		}
		if w.subject != nil && w.subject.class == Decision {
			r.decision = w.subject
		}
	}
}
