package attribution

import (
	"os"
	"strings"
)

var togs = os.Getenv("TOG")

func tog(s string) bool { return strings.Contains(togs, s) }
