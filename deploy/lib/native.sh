# shellcheck shell=bash
# How a native binary is linked, and what it may ask of the machine it runs on. For scripts that have a function fail.

# The newest glibc that a binary may ask for: that of Amazon Linux 2023.
GLIBC=2.34

need() {
  command -v "$1" >/dev/null || fail "$1 is missing; install it with: apt-get install $2"
}

# Sets $LINKER, the arguments of dotnet publish for an architecture. One linker, whatever else is installed: another lays the same
# code out otherwise.
choose_linker() {
  local machine tool
  machine=$(uname -m)
  LINKER=(-p:CppCompilerAndLinker=gcc)
  if [ "$1" = arm64 ] && [ "$machine" != aarch64 ]; then
    for tool in clang ld.lld aarch64-linux-gnu-gcc; do
      need "$tool" "clang lld gcc-aarch64-linux-gnu"
    done
    LINKER=(-p:CppCompilerAndLinker=clang -p:LinkerFlavor=lld)
  elif [ "$1" = x64 ] && [ "$machine" != x86_64 ]; then
    fail "x64 binaries are built on an x64 machine; this is $machine"
  fi
  if [ -n "${SYSROOT:-}" ]; then
    LINKER+=(-p:SysRoot="$SYSROOT")
  fi
}

# Fails where a binary would not load on Amazon Linux 2023.
check_glibc() {
  local newest
  newest=$(readelf -W --dyn-syms "$1" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
  [ "$(printf '%s\nGLIBC_%s\n' "$newest" "$GLIBC" | sort -V | tail -n 1)" = "GLIBC_$GLIBC" ] ||
    fail "$1 asks for $newest, and Amazon Linux 2023 has $GLIBC. Build on Debian 12, or give an older sysroot: SYSROOT=/path"
}
