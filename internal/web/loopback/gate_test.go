package loopback

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		g := newGate(10, 2, time.Minute)
		come := func(ctx context.Context, weight int64) chan func() {
			let := make(chan func(), 1)
			go func() {
				leave, ok := g.enter(ctx, weight)
				assert.Equal(t, ok, leave != nil)
				let <- leave
			}()
			synctest.Wait()
			return let
		}
		first := <-come(t.Context(), 6)
		heavy, light := come(t.Context(), 8), come(t.Context(), 2)
		assert.Empty(t, light, "there is room, but somebody was there before")
		assert.Nil(t, <-come(t.Context(), 1), "the line is full")
		assert.Zero(t, time.Since(begun), "which is told at once")

		first()
		synctest.Wait()
		second, third := <-heavy, <-light
		gone, cancel := context.WithCancel(t.Context())
		heavy, light = come(gone, 9), come(t.Context(), 1)
		third()
		synctest.Wait()
		assert.Empty(t, light, "still behind the heavy one")
		cancel()
		synctest.Wait()
		assert.Nil(t, <-heavy, "who went away is not waited for")
		fourth := <-light

		late := come(t.Context(), 5)
		assert.Nil(t, <-late, "who waited too long is told so")
		assert.Equal(t, time.Minute, time.Since(begun))
		second()
		fourth()
		all := <-come(t.Context(), 1000)
		assert.NotNil(t, all, "what is heavier than all the room takes all of it, and none was lost")
		assert.Empty(t, come(t.Context(), 1))
		all()
	})
}
