package loopback

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestAttendance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		a := &attendance{}
		end := a.ended(ctx, time.Hour)
		over := func() bool {
			synctest.Wait()
			select {
			case <-end:
				return true
			default:
				return false
			}
		}
		done := a.begin()
		time.Sleep(5 * time.Hour)
		assert.False(t, over(), "what runs long is no idleness")
		done()
		time.Sleep(55 * time.Minute)
		assert.False(t, over(), "the time counts from its end")
		a.begin()()
		time.Sleep(55 * time.Minute)
		assert.False(t, over(), "and from each request")
		time.Sleep(10 * time.Minute)
		assert.True(t, over())
		select {
		case <-a.ended(ctx, 0):
			assert.Fail(t, "without a limit there is no end")
		case <-time.After(1000 * time.Hour):
		}
	})
}
