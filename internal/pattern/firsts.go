package pattern

// Firsts finds, among things in a list, those that begin with a character, and a few others. It is made in no time, so that a list can
// be looked up in that a run of the program needs once.
type Firsts struct {
	heads [firstBuckets]int32 // the first thing of each bucket, counted from 1; 0 for none
	next  []int32             // the one behind it in the same bucket
}

// firstBuckets is into how many parts the characters are sorted.
const firstBuckets = 1 << 10

// NewFirsts sorts so many things by the first characters that they have.
func NewFirsts(n int, first func(i int) rune) *Firsts {
	f := &Firsts{next: make([]int32, n)}
	for i := n - 1; i >= 0; i-- {
		head := &f.heads[first(i)%firstBuckets]
		f.next[i], *head = *head, int32(i+1)
	}
	return f
}

// One is the first in the list that may begin with a character, -1 for none.
func (f *Firsts) One(first rune) int { return int(f.heads[first%firstBuckets]) - 1 }

// Next is the next in the list that may begin as that one does, -1 for none.
func (f *Firsts) Next(i int) int { return int(f.next[i]) - 1 }
