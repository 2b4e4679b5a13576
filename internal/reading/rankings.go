package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// Ranking is what a sentence says of whose applications are the most: 申请人以自然人为主，其次是商业企业.
type Ranking struct {
	Statement  *Statement
	Span                 // of the words that say it
	Most, Then Applicant // Then has no columns where it is not told
	Half       bool      // they are said to be more than half
	All        bool      // they are said to be all
	Under      bool      // they are said to be less than half
}

// Applicant is one who applies, with the columns of the form that are theirs.
type Applicant struct {
	Name    string
	Columns []string
}

var (
	asMost = []string{"以", "主要是", "主要为", "多为", "多是", "多数是", "多数为", "大多数是", "大多数为", "大部分是", "大部分为", "绝大部分是", "绝大部分为", "绝大多数是", "绝大多数为",
		"最多的是", "最多的为", "居首的是", "居首位的是", "占比最高的是", "占比最大的是", "占多数的是", "主要来自", "大多来自", "多来自", "多数来自", "大部分来自", "绝大部分来自", "绝大多数来自"}
	areMost  = []string{"最多", "居多", "居首", "为最多", "占比最大", "占比最高", "为主", "占多数", "占大多数", "占绝大多数", "占大部分", "占绝大部分"}
	areThen  = []string{"其次是", "其次为", "其次系"}
	areAll   = []string{"都是", "均是", "全是", "全部是", "都为", "均为", "全为", "全部为"}
	overHalf = []string{"多数", "大部分"}
	areFew   = []string{"不到一半", "不足一半", "不到半数", "不足半数", "少于一半", "占不到一半", "占不足一半"}
)

// rankings finds who is said to have applied most, where a sentence tells of applicants and of no other time.
func (r *Reading) rankings(year int) (all []Ranking) {
	for _, s := range r.Statements {
		words := s.Words(s.Span)
		if !hasClass(s.tokens, applicantWord) ||
			hasClass(s.tokens, differenceWord, lastYearWord, otherTimeWord) || s.namesYearsBut(year) || chinese.ContainsAny(words, []string{"复议", "诉讼", "热线", "咨询", "信访", "留言"}) {
			continue
		}
		for i := range s.tokens {
			k := &s.tokens[i]
			who, ok := s.applicant(k)
			if !ok {
				continue
			}
			before, behind := s.Text[s.Start:k.Start], strings.TrimPrefix(s.Text[k.End:s.End], "申请")
			said, told := lastWords(before, asMost), firstWords(behind, areMost)
			isAll := lastWords(before, areAll) != "" && s.endsClauseAt(k.End) && !slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return q.Form == All })
			if isAll {
				said = lastWords(before, areAll)
			}
			under := false
			if said == "" && told == "" {
				if few := firstWords(strings.TrimPrefix(strings.TrimPrefix(behind, "提出"), "的"), areFew); few != "" && s.countsReceived() {
					under, told = true, behind[:strings.Index(behind, few)+len(few)]
				}
			}
			if !under && !s.isOnApplicants(k.Start) && !s.isSaidOfRequests(k.Start-len(said), said) || said == "" && told == "" || said == "以" && told == "" || said == "" && told == "为主" {
				continue
			}
			ranking := Ranking{Statement: s, Span: Span{k.Start - len(said), s.End - len(behind) + len(told)}, Most: who}
			ranking.All, ranking.Under = isAll, under
			ranking.Half = chinese.ContainsAny(said+told, overHalf)
			for j := i + 1; j < len(s.tokens) && ranking.Then.Columns == nil; j++ {
				next := &s.tokens[j]
				if then, ok := s.applicant(next); ok && lastWords(s.Text[k.End:next.Start], areThen) != "" {
					ranking.Then, ranking.End = then, next.End
				}
			}
			all = append(all, ranking)
		}
	}
	return all
}

// countsReceived says whether the statement counts the applications that were received.
func (s *Statement) countsReceived() bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return q.Form == Number && q.IsOfRequests() && q.did("receive") })
}

// endsClauseAt says whether a mark that ends a clause stands at a byte.
func (s *Statement) endsClauseAt(at int) bool {
	return at == s.End || chinese.IsOneOf(chinese.FirstRune(s.Text[at:]), chinese.ClauseEnds)
}

// isOnApplicants says whether the clause around a byte speaks of those who apply, or the one that leads up to it does: 从申请主体看，.
func (s *Statement) isOnApplicants(at int) bool {
	clause, start := chinese.Around(s.Text, at, chinese.ClauseEnds)
	if lead := strings.TrimSuffix(s.Text[:start], "，"); strings.HasSuffix(lead, "看") {
		before, _ := chinese.Around(s.Text, len(lead)-len("看"), chinese.ClauseEnds)
		clause = before + clause
	}
	return chinese.ContainsAny(clause, []string{"申请人", "申请主体", "申请者", "申请数", "提出申请", "提出的申请", "申请以", "申请主要", "申请最多", "申请居多", "申请量最", "申请居首"})
}

// isSaidOfRequests says whether the words at a byte, which begin their clause, tell where what was counted before them came from, and that is
// applications: 收到申请6件，主要来自商业企业.
func (s *Statement) isSaidOfRequests(at int, said string) bool {
	var last *Quantity
	for _, q := range s.Quantities {
		if q.End <= at && q.Form == Number {
			last = q
		}
	}
	_, start := chinese.Around(s.Text, at, chinese.ClauseEnds)
	return strings.HasSuffix(said, "来自") && start == at && last != nil && last.IsOfRequests() && last.did("receive")
}

// applicant is whom a token names; ok is false if it does not say whose columns are meant.
func (s *Statement) applicant(k *token) (who Applicant, ok bool) {
	if !k.in(applicantWord) {
		return Applicant{}, false
	}
	columns := columnsOf([]string{k.word.value})
	if len(columns) != 1 {
		return Applicant{}, false
	}
	return Applicant{s.Words(k.Span), columns[0]}, true
}

// namesYearsBut says whether the statement names another year than the report's.
func (s *Statement) namesYearsBut(year int) bool {
	for i := range s.tokens {
		if k := &s.tokens[i]; k.kind == yearToken && int(k.num.Value.IntPart()) != year {
			return true
		}
	}
	return false
}

// lastWords and firstWords are the longest of some words that a text ends or begins with, "" for none.
func lastWords(text string, words []string) (longest string) {
	return longestThat(words, func(w string) bool { return strings.HasSuffix(text, w) })
}

func firstWords(text string, words []string) (longest string) {
	return longestThat(words, func(w string) bool { return strings.HasPrefix(text, w) })
}

func longestThat(words []string, fits func(string) bool) (longest string) {
	for _, w := range words {
		if len(w) > len(longest) && fits(w) {
			longest = w
		}
	}
	return longest
}
