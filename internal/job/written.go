package job

import (
	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/published"
)

// differs says whether a document or data that this program wrote say something else than the report that they were written from: it was
// changed since, or they were. Of a document that counts which can be taken back, since the rest is not in it.
func differs(page Source, r *model.Report) (differs bool) {
	defer func() { differs = recover() != nil || differs }() // nobody knows what it says
	data, err := page.Open()
	if err != nil {
		return true
	}
	if isJSON(data) {
		other, err := exchange.Read(data)
		return err != nil || !model.SameForm(other.Digest(), r.Digest())
	}
	now := carriedBy(data)
	if now == nil {
		if now, err = page.read(data); err != nil {
			return true
		}
	}
	_, changes := published.TakeBack(r, now)
	return len(changes) > 0
}
