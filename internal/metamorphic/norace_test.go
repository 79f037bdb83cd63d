//go:build !race

package metamorphic

const race = false
