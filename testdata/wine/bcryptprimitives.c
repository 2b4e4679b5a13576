// bcryptprimitives.dll, which programs of Go need and wine 8.0 lacks: the one function of it that they call.
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *at, SIZE_T size) { return RtlGenRandom(at, (ULONG)size); }
