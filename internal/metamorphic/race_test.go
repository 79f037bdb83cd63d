//go:build race

package metamorphic

const race = true
