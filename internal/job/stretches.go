package job

import "nianbao/internal/inorder"

// stretch is what stands in one list from a place to another, and in what was made of it instead; one of the two may be empty.
type stretch struct{ at, end, now, nowEnd int }

// betweenKept are the stretches between what stands in the same order in both lists.
func betweenKept(was, is []string) (list []stretch) {
	effort := inorder.Effort(1 << 20) // far more than two reports take; of longer lists both ends are kept still
	at, now := 0, 0
	until := func(end, nowEnd int) {
		if at < end || now < nowEnd {
			list = append(list, stretch{at, end, now, nowEnd})
		}
	}
	for end, nowEnd := range inorder.Equal(&effort, was, is) {
		if nowEnd >= 0 {
			until(end, nowEnd)
			at, now = end+1, nowEnd+1
		}
	}
	until(len(was), len(is))
	return list
}
