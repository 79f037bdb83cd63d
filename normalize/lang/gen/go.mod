module github.com/factdiff/factdiff/normalize/lang/gen

go 1.26.0
