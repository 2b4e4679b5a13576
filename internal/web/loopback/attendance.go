package loopback

import (
	"context"
	"sync/atomic"
	"time"
)

// attendance knows whether anybody uses the page.
type attendance struct {
	running atomic.Int64
	asked   atomic.Bool
}

// begin notes a request of the person's, and gives what notes its end.
func (a *attendance) begin() (end func()) {
	a.running.Add(1)
	return func() {
		a.asked.Store(true)
		a.running.Add(-1)
	}
}

// ended is closed once nothing ran and nothing was asked for so long. It counts ticks instead of looking at a clock: a computer that
// sleeps misses them, and its person finds the page again on waking it.
func (a *attendance) ended(ctx context.Context, idle time.Duration) <-chan struct{} {
	const ticks = 20
	end := make(chan struct{})
	if idle <= 0 {
		return end
	}
	go func() {
		ticker := time.NewTicker(max(idle/ticks, time.Millisecond))
		defer ticker.Stop()
		for quiet := 0; quiet < ticks; {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
			quiet++
			if a.asked.Swap(false) || a.running.Load() > 0 {
				quiet = 0
			}
		}
		close(end)
	}()
	return end
}
