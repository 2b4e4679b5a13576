package inorder

// Gap is what stands in one list from a place to another, and in what was made of it instead; one of the two may be empty.
type Gap struct{ At, End, Now, NowEnd int }

// Gaps are the stretches between what stands in the same order in both lists.
func Gaps[T comparable](was, is []T) (list []Gap) {
	effort := Effort(1 << 20) // far more than two reports take; of longer lists both ends are kept still
	at, now := 0, 0
	until := func(end, nowEnd int) {
		if at < end || now < nowEnd {
			list = append(list, Gap{at, end, now, nowEnd})
		}
	}
	for end, nowEnd := range Equal(&effort, was, is) {
		if nowEnd >= 0 {
			until(end, nowEnd)
			at, now = end+1, nowEnd+1
		}
	}
	until(len(was), len(is))
	return list
}
