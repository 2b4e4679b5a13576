package loopback

import (
	"container/list"
	"context"
	"sync"
	"time"
)

// gate lets in as much at once as it has room for. Who comes later waits in a line of a limited length for a limited time.
type gate struct {
	waiting  int
	patience time.Duration

	mu         sync.Mutex
	room, free int64
	line       *list.List // of *turn
}

type turn struct {
	weight int64
	come   chan struct{}
}

func newGate(room int64, waiting int, patience time.Duration) *gate {
	return &gate{waiting: waiting, patience: patience, room: room, free: room, line: list.New()}
}

// enter waits for room for the weight, and tells whether it was given: then leave gives it back. What is heavier than all the room takes
// all of it.
func (g *gate) enter(ctx context.Context, weight int64) (leave func(), let bool) {
	weight = min(weight, g.room)
	leave = func() { g.give(weight) }
	g.mu.Lock()
	if g.line.Len() == 0 && g.free >= weight {
		g.free -= weight
		g.mu.Unlock()
		return leave, true
	}
	if g.line.Len() >= g.waiting {
		g.mu.Unlock()
		return nil, false
	}
	own := &turn{weight, make(chan struct{})}
	place := g.line.PushBack(own)
	g.mu.Unlock()

	tired := time.NewTimer(g.patience)
	defer tired.Stop()
	select {
	case <-own.come:
		return leave, true
	case <-ctx.Done():
	case <-tired.C:
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	select {
	case <-own.come: // in the meantime
		return leave, true
	default:
	}
	g.line.Remove(place)
	g.call()
	return nil, false
}

func (g *gate) give(weight int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.free += weight
	g.call()
}

// call lets in those first in the line for whom there is room.
func (g *gate) call() {
	for first := g.line.Front(); first != nil; first = g.line.Front() {
		next := first.Value.(*turn)
		if next.weight > g.free {
			return
		}
		g.free -= next.weight
		g.line.Remove(first)
		close(next.come)
	}
}
