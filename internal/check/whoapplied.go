package check

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

// findWhoApplied finds applicants that are said to have applied most, or next to them, and have not by the table.
func findWhoApplied(in *Input) []Finding {
	var found []Finding
	for _, r := range in.read().Rankings {
		received, ok := in.byApplicant(form.ReceivedRow)
		if !ok || received.all.IsZero() || received.bearsOut(r) {
			continue
		}
		if handled, ok := in.byApplicant(form.ReceivedRow, form.CarriedInRow); ok && handled.bearsOut(r) {
			continue
		}
		words := r.Statement.Words(r.Span)
		told := fmt.Sprintf("%s是%s件", r.Most.Name, received.of(r.Most))
		if r.Then.Name != "" {
			told += fmt.Sprintf("、%s是%s件", r.Then.Name, received.of(r.Then))
		}
		if r.All {
			found = append(found, in.findingOn(r.Statement, words, fmt.Sprintf("文字写“%s”，表中新收的申请，%s，总数是%s件，请核对。", excerpt(words), told, received.all)))
			continue
		}
		if r.Under {
			found = append(found, in.findingOn(r.Statement, words, fmt.Sprintf("文字写“%s”，表中新收的申请，%s，不少于总数%s件的一半，请核对。", excerpt(words), told, received.all)))
			continue
		}
		message := fmt.Sprintf("文字写“%s”，表中新收的申请，%s，最多的是%s件，请核对。", excerpt(words), told, received.most(nil))
		if r.Half && received.of(r.Most).Equal(received.most(nil)) {
			message = fmt.Sprintf("文字写“%s”，表中新收的申请，%s，不到总数%s件的一半，请核对。", excerpt(words), told, received.all)
		}
		found = append(found, in.findingOn(r.Statement, words, message))
	}
	return found
}

// byApplicant is how many applications each kind of applicant has made.
type byApplicant struct {
	columns map[string]decimal.Decimal
	all     decimal.Decimal
}

// byApplicant adds rows of the table up by applicant; ok is false where a figure is none.
func (in *Input) byApplicant(rows ...string) (sums byApplicant, ok bool) {
	t := tally{in: in}
	sums.columns = map[string]decimal.Decimal{}
	for _, applicant := range in.Report.Edition.Applicants() {
		for _, row := range rows {
			v, ok := t.value(form.Key("requests." + row + "." + applicant.Key))
			if !ok {
				return sums, false
			}
			sums.columns[applicant.Key] = sums.columns[applicant.Key].Add(v)
			sums.all = sums.all.Add(v)
		}
	}
	return sums, true
}

func (b byApplicant) of(a reading.Applicant) (sum decimal.Decimal) {
	for _, column := range a.Columns {
		sum = sum.Add(b.columns[column])
	}
	return sum
}

// most is the most that one column has, of those that are not left out.
func (b byApplicant) most(but []string) (most decimal.Decimal) {
	for column, n := range b.columns {
		if !slices.Contains(but, column) {
			most = decimal.Max(most, n)
		}
	}
	return most
}

func (b byApplicant) bearsOut(r reading.Ranking) bool {
	first, second := b.of(r.Most), b.of(r.Then)
	if r.Under {
		return first.Add(first).LessThan(b.all)
	}
	named := slices.Concat(r.Most.Columns, r.Then.Columns)
	return first.GreaterThanOrEqual(b.most(r.Most.Columns)) && (!r.Half || first.Add(first).GreaterThan(b.all)) && (!r.All || first.Equal(b.all)) &&
		(r.Then.Name == "" || second.IsPositive() && first.GreaterThanOrEqual(second) && second.GreaterThanOrEqual(b.most(named)))
}
