package factcheck_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
)

const page = `<!doctype html><html lang="en-GB"><head>
<title>Bridge falls
 &amp; rises - Port Herald</title>
<meta content="Port Herald" property="og:site_name"><meta name=date content='2025-03-12'>
<meta property="og:url" content="https://port.example/a"><meta property="article:published_time" content="soon">
<style>b { width: 14px }</style></head>
<body class="x"><nav>Home 77</nav><h1>Bridge falls</h1>
<p><b>Twelve</b> people died on Tuesday, &ldquo;all of them workers,&rdquo; Mayor <a href="/o">Dana Ortiz</a> said.</p>
<script>var deaths = 99;</script></body></html>`

func TestPage(t *testing.T) {
	s, err := factcheck.ParsePage(page)
	require.NoError(t, err)
	assert.Equal(t, "Bridge falls & rises - Port Herald", s.Title)
	assert.Equal(t, "Port Herald", s.Outlet)
	assert.Equal(t, "https://port.example/a", s.URL)
	assert.Equal(t, "en-GB", s.Language.String())
	assert.Equal(t, time.Date(2025, 3, 12, 0, 0, 0, 0, time.UTC), s.Published)

	_, err = factcheck.ParsePage("<p>\xff")
	assert.ErrorContains(t, err, "UTF-8")
	bare, err := factcheck.ParsePage("Twelve people died.")
	require.NoError(t, err)
	assert.Zero(t, bare.Title)
}

// A page and a text are compared, and what is shown of the page has no tags.
func TestPageAgainstText(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.html"), []byte(page), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.txt"), []byte("Dana Ortiz, the mayor, said: “All of them drivers.” Twelve people died on Tuesday, 11 March."), 0o644))
	r, err := factcheck.CheckFiles(dir)
	require.NoError(t, err)
	toll := false
	for i := range r.Findings {
		for _, e := range r.Findings[i].Evidence() {
			assert.NotContains(t, e.Text, "99")
			assert.NotEqual(t, "77", e.Value, "the page's menu")
			toll = toll || e.Text == "Twelve"
			before, after := r.Line(&e)
			assert.NotContains(t, before+after, "<")
		}
	}
	assert.True(t, toll)
}

// A head may be in any state.
func TestPageHeads(t *testing.T) {
	for head, title := range map[string]string{
		"": "", "<": "", "<meta": "", "<meta content": "", "<meta content=": "", `<meta content="`: "", "<title>": "", "<title>a": "", "<title>a</title>": "a",
		`<META CONTENT='b > c' Property = og:title>`: "b > c", `<meta property="og:title" content=d/>`: "d/", `<meta property='og:title' content="e" x y=z>`: "e", "a < b <title>f<": "f",
	} {
		s, err := factcheck.ParsePage(head)
		require.NoError(t, err)
		assert.Equal(t, title, s.Title, head)
	}
}
