// Package opc tells office files apart, opens them within limits, and writes them with equal bytes.
//
// Most of them are packages after the Open Packaging Conventions (ECMA-376 part 2): zips whose parts are joined by relationships.
package opc
