package factcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReadable(t *testing.T) {
	for in, want := range map[string]string{
		"75 mile": "75 miles", "1 mile": "1 mile", "≥ 1": "at least 1", "> 140": "more than 140", "≈ 30 minute": "about 30 minutes", "≲ 50": "nearly 50",
		"24–99": "24 to 99", "120.7 kilometer": "120.7 kilometers", "1.5 kilometer-per-hour": "1.5 kilometers per hour", "5 percent": "5 %", "#54": "54th", "#11": "11th", "#2": "2nd", "#101": "101st", "#1 in": "#1 in",
		"3 percentage-point": "3 percentage points", "110000000000 EUR": "110 billion EUR", "1250000 USD": "1,250,000 USD", "1200000": "1.2 million", "12345": "12,345", "1200": "1200",
		"6 foot": "6 feet", "-12 celsius": "-12 celsius", "0": "0", "": "", "2024-09-10": "2024-09-10", "2024-09": "2024-09",
		"2024-09-10/..": "2024-09-10 or later", "2024-09-10/2024-09-17": "2024-09-10 to 2024-09-16", "T10:15": "10:15", "T10:15Z": "10:15 UTC", "[T02:15,T14:15]": "02:15 or 14:15",
		"2024-09-10T14:30Z": "2024-09-10 14:30 UTC", "2024-09-10T14:30+02:00": "2024-09-10 14:30 +02:00", "1/2": "1/2", "Tuesday": "Tuesday", "Kyiv": "Kyiv", "≥ Kyiv": "≥ Kyiv",
	} {
		assert.Equal(t, want, Readable(in), in)
	}
}
