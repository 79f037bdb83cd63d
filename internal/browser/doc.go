// Package browser tests the HTML page in a real browser: it asks for nothing, logs nothing, every jump lands, nothing is
// wider than a phone, and axe-core finds nothing that keeps a reader out. Then it takes the pictures of the documentation.
//
// It is a module of its own, so that nobody who uses the library has a browser's driver among its modules. .ci/browser runs it.
package browser
