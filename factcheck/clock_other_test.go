//go:build !unix

package factcheck_test

import "time"

var began = time.Now()

// clock tells the time since the tests began: this system does not tell processor time as others do.
func clock() time.Duration { return time.Since(began) }
