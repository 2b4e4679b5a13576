package reading

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
)

// Every word stands once in the vocabulary: of two entries one would never be found.
func TestVocabularyNamesEachWordOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, bucket := range vocabulary().buckets {
		for _, w := range bucket {
			assert.False(t, seen[w.text], w.text)
			seen[w.text] = true
		}
	}
}

// Every subject is listed, so that its words are found and no one else's.
func TestSubjectsAreListedOnce(t *testing.T) {
	seen := map[*subject]bool{}
	for _, s := range subjects {
		assert.False(t, seen[s], s.name)
		seen[s] = true
	}
	for _, list := range [][]*subject{mainOutcomes, disputes, rulings} {
		for _, s := range list {
			assert.True(t, seen[s], s.name)
		}
	}
}

// Every sum of every subject is one of figures that an edition has.
func TestSubjectsNameFiguresOfTheForm(t *testing.T) {
	known := func(s Sum) bool {
		for _, e := range form.Editions() {
			if s.Keys(e) != nil {
				return true
			}
		}
		return false
	}
	open := map[Class]Row{Ruling: review.rows()[0], Act: normative.row}
	for _, s := range subjects {
		for _, sum := range s.sums {
			assert.True(t, known(sum.of([]Row{open[s.class]})), "%s: %v", s.name, sum)
		}
		if s.class == Applicant {
			assert.True(t, known(received.sums[0].by(s.columns)), s.name)
		}
	}
	for _, sum := range anyRequests {
		assert.True(t, known(sum), "%v", sum)
	}
	assert.True(t, known(received.sums[0].by(applicants)))
	assert.True(t, known(issued.sums[0].of([]Row{rules.row})))
}

func TestKeysOfSums(t *testing.T) {
	received, refused := Sum{requests("received")}, Sum{group("unavailable")}
	for _, c := range []struct {
		why, edition string
		sum          Sum
		want         string
	}{
		{"one figure", "2021", received, "requests.received.total"},
		{"two added up", "2021", append(received, requests("carried_in")), "requests.received.total requests.carried_in.total"},
		{"every row of a group", "2021", refused, "requests.unavailable.not_held.total requests.unavailable.creation_required.total requests.unavailable.unclear.total"},
		{"one row of a group", "2021", Sum{reason("unavailable", "unclear")}, "requests.unavailable.unclear.total"},
		{"a row that is a group in the other edition", "2019", Sum{requests("other")}, "requests.other.total"},
		{"a group that is a row in the other edition", "2019", Sum{group("other")}, ""},
		{"a sum that lacks one figure is none", "2021", Sum{requests("received"), requests("other")}, ""},
		{"a row left open is none", "2021", Sum{ruled("upheld")}, ""},
		{"filled in", "2021", Sum{ruled("upheld")}.of(review.rows()), "disputes.review.upheld"},
		{"filled in with two", "2021", Sum{ruled("upheld")}.of(litigation.rows()), "disputes.litigation_direct.upheld disputes.litigation_after_review.upheld"},
		{"what is not open is left alone", "2021", received.of(review.rows()), "requests.received.total"},
		{"narrowed to two columns", "2021", received.by([]string{"social", "other"}), "requests.received.social requests.received.other"},
		{"what is narrowed already is left alone", "2021", received.by([]string{"social"}).by([]string{"other"}), "requests.received.social"},
	} {
		e, _ := form.ByID(c.edition)
		var got []string
		for _, k := range c.sum.Keys(e) {
			got = append(got, string(k))
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.why)
	}
}
