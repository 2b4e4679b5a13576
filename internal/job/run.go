package job

import (
	"runtime"
	"sync"
)

// inHand is how many results a worker may be ahead of the one that is awaited.
const inHand = 2

// Run works on n things side by side and hands the results over in their order, one at a time. No more than a few are in hand at
// any time, however many there are. It stops at the first error that take returns, and returns it.
func Run[T any](n int, work func(i int) T, take func(i int, result T) error) error {
	workers := min(runtime.GOMAXPROCS(0), n)
	window := inHand * workers
	results := make([]chan T, window)
	for i := range results {
		results[i] = make(chan T, 1)
	}
	next, free, stop := make(chan int), make(chan struct{}, window), make(chan struct{})
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			deepenStack(workers)
			for i := range next {
				results[i%window] <- work(i)
			}
		})
	}
	running.Go(func() {
		defer close(next)
		for i := range n {
			select {
			case free <- struct{}{}:
			case <-stop:
				return
			}
			select {
			case next <- i:
			case <-stop:
				return
			}
		}
	})
	defer running.Wait()
	defer close(stop)
	for i := range n {
		result := <-results[i%window]
		<-free
		if err := take(i, result); err != nil {
			return err
		}
	}
	return nil
}

// deepenStack grows the stack of a goroutine to the 64 KB that a report takes while little is on it: growing it bit by bit, the runtime looks
// all calls up that are under way, each time, in tables which lie all over the program. The number, of its bytes one, keeps the room from being
// optimised away.
//
//go:noinline
func deepenStack(number int) byte {
	var room [48 << 10]byte
	return room[number%len(room)]
}
