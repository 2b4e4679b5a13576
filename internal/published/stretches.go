package published

// stretches pairs the paragraphs of two versions and gives back those that differ, in order. Where lines are broken makes no difference.
func (e *effort) stretches(a, b []versionText) (changed []stretch) {
	before, after := meanings(a), meanings(b)
	var run []pair
	flush := func() {
		if len(run) > 0 {
			changed = append(changed, e.resolve(run, a, b)...)
			run = nil
		}
	}
	for _, p := range e.align(before, after) {
		if p.before >= 0 && p.after >= 0 && before[p.before] == after[p.after] {
			flush()
			continue
		}
		run = append(run, p)
	}
	flush()
	return changed
}

func meanings(texts []versionText) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = t.meant
	}
	return list
}

// resolve gives back what differs in a run of paragraphs, none of which has its equal: at its ends those that are equal together with
// their neighbours, a paragraph and its lines, are left out.
func (e *effort) resolve(run []pair, a, b []versionText) []stretch {
	var inA, inB span
	for _, p := range run {
		inA.take(p.before)
		inB.take(p.after)
	}
	i, j := commonStart(meanings(a[inA.from:inA.to]), meanings(b[inB.from:inB.to]))
	inA.from, inB.from = inA.from+i, inB.from+j
	i, j = commonEnd(meanings(a[inA.from:inA.to]), meanings(b[inB.from:inB.to]))
	inA.to, inB.to = inA.to-i, inB.to-j
	if inA.from < inA.to && inB.from < inB.to && isSame(stretch{a[inA.from:inA.to], b[inB.from:inB.to]}) {
		return nil
	}
	var list []stretch
	for _, p := range run {
		var s stretch
		if inA.has(p.before) {
			s.a = a[p.before : p.before+1]
		}
		if inB.has(p.after) {
			s.b = b[p.after : p.after+1]
		}
		if len(s.a)+len(s.b) > 0 {
			list = append(list, s)
		}
	}
	return e.joinGaps(e.joinBeside(list))
}

// span is a run of indices.
type span struct {
	from, to int
	begun    bool
}

func (s *span) take(i int) {
	if i < 0 {
		return
	}
	if !s.begun {
		s.from, s.begun = i, true
	}
	s.to = i + 1
}

func (s span) has(i int) bool { return s.begun && i >= s.from && i < s.to }

// commonStart is how many texts of each list make the same text together, as many as can be.
func commonStart(a, b []string) (i, j int) {
	n, m, x, y := 0, 0, 0, 0 // texts that were taken whole, and bytes of the next
	for n < len(a) && m < len(b) {
		size := min(len(a[n])-x, len(b[m])-y)
		if a[n][x:x+size] != b[m][y:y+size] {
			break
		}
		x, y = x+size, y+size
		if x == len(a[n]) {
			n, x = n+1, 0
		}
		if y == len(b[m]) {
			m, y = m+1, 0
		}
		if x+y == 0 {
			i, j = n, m
		}
	}
	return i, j
}

func commonEnd(a, b []string) (i, j int) {
	n, m, x, y := 0, 0, 0, 0
	for n < len(a) && m < len(b) {
		s, t := a[len(a)-1-n], b[len(b)-1-m]
		s, t = s[:len(s)-x], t[:len(t)-y]
		size := min(len(s), len(t))
		if s[len(s)-size:] != t[len(t)-size:] {
			break
		}
		x, y = x+size, y+size
		if size == len(s) {
			n, x = n+1, 0
		}
		if size == len(t) {
			m, y = m+1, 0
		}
		if x+y == 0 {
			i, j = n, m
		}
	}
	return i, j
}

// joinBeside takes to an altered paragraph those beside it that have no match, as long as the texts become more alike by it.
func (e *effort) joinBeside(list []stretch) []stretch {
	var out []stretch
	for i := 0; i < len(list); i++ {
		s := list[i]
		if len(s.a) == 0 || len(s.b) == 0 {
			out = append(out, s)
			continue
		}
		for len(out) > 0 && out[len(out)-1].isOneSided() {
			more := out[len(out)-1].with(s)
			if !e.isBetter(more, s) {
				break
			}
			s, out = more, out[:len(out)-1]
		}
		for i+1 < len(list) && list[i+1].isOneSided() {
			more := s.with(list[i+1])
			if !e.isBetter(more, s) {
				break
			}
			s = more
			i++
		}
		out = append(out, s)
	}
	return out
}

// joinGaps makes one altered text of paragraphs without a match that stand beside each other in both versions, if they are alike together.
func (e *effort) joinGaps(list []stretch) []stretch {
	const least = 40
	var out []stretch
	for i := 0; i < len(list); i++ {
		s := list[i]
		if !s.isOneSided() {
			out = append(out, s)
			continue
		}
		end := i
		s = stretch{}
		for ; end < len(list) && list[end].isOneSided(); end++ {
			s.a, s.b = append(s.a, list[end].a...), append(s.b, list[end].b...)
		}
		if len(s.a) > 0 && len(s.b) > 0 && e.likeness(s) >= least {
			out = append(out, s)
		} else {
			out = append(out, list[i:end]...)
		}
		i = end - 1
	}
	return out
}

func (s stretch) isOneSided() bool { return len(s.a) == 0 || len(s.b) == 0 }

// with is the stretch and the next one.
func (s stretch) with(next stretch) stretch {
	return stretch{append(s.a[:len(s.a):len(s.a)], next.a...), append(s.b[:len(s.b):len(s.b)], next.b...)}
}

func (e *effort) isBetter(more, than stretch) bool { return e.likeness(more) > e.likeness(than) }

// likeness is how alike the two sides are, in hundredths; 0 where it would cost too much.
func (e *effort) likeness(s stretch) int {
	a, b := joinedMeaning(s.a), joinedMeaning(s.b)
	if !e.bytes.Spend(len(a) + len(b)) {
		return 0
	}
	return bigramsOf(b).likeness(a)
}
