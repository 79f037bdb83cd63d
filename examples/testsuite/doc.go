// Package testsuite is a test suite to copy: a briefing is held against the reports it was written from.
//
//	cp -r examples/testsuite yourproject/facts && go test ./facts
//
// Put your own texts under testdata. The tests are in briefing_test.go; there is no other code.
package testsuite
