//go:build !unix

package main

import "runtime"

// peakRSS returns the memory obtained from the system: this one does not tell the most a process has held.
func peakRSS() float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.Sys)
}
