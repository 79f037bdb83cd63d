// Package factcheck is the door of the library for the reader of a report: it reads sources, has them
// normalized and compared, words what was found, and writes the report as text or JSON.
//
//	report, err := factcheck.CheckFiles("reports/*.txt")
//	if err != nil {
//		log.Fatal(err)
//	}
//	fmt.Print(report)
//
// It never parses: what a number, a name or a quotation is belongs to package normalize and the packages
// below it, and whether two of them agree belongs to package compare. It does not know who is right. A
// report says who stands where, and on what words.
package factcheck
