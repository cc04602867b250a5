@echo off
rem Starts the AHIQ command line with its arguments and returns its exit code.
rem JAVA_HOME chooses the Java (17 or later); AHIQ_JAVA_OPTS holds options for it, separated by spaces.
setlocal EnableExtensions DisableDelayedExpansion

set "AHIQ_JAVA=java.exe"
if defined JAVA_HOME set "AHIQ_JAVA=%JAVA_HOME%\bin\java.exe"

"%AHIQ_JAVA%" %AHIQ_JAVA_OPTS% -version >nul 2>&1
if errorlevel 1 goto no_java

rem The third word of the first line is "17.0.15"; in "1.8.0_442" the number we want is the second.
set "AHIQ_JAVA_MAJOR=0"
for /f "tokens=3" %%v in ('call "%AHIQ_JAVA%" %AHIQ_JAVA_OPTS% -version 2^>^&1 ^| findstr /c:" version "') do (
  for /f "tokens=1,2 delims=.-+_" %%a in ("%%~v") do (
    if "%%a"=="1" (set "AHIQ_JAVA_MAJOR=%%b") else (set "AHIQ_JAVA_MAJOR=%%a")
  )
)
if %AHIQ_JAVA_MAJOR% LSS 17 goto old_java

rem The engine's threads wait asleep: those that spin slow down everything else, many times on a busy machine.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"

rem Native access: the engine is native code; without the flag Java 24 and later print warnings about it.
rem Open java.lang: 'ahiq macro' rewrites classes of ImageJ, which cannot do without a display otherwise.
"%AHIQ_JAVA%" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED --add-opens java.base/java.lang=ALL-UNNAMED %AHIQ_JAVA_OPTS% -cp "%~dp0..\lib\*" sc.fiji.ahiq.cli.Main %*
exit /b %ERRORLEVEL%

:no_java
echo ahiq: '%AHIQ_JAVA% -version' with the options of AHIQ_JAVA_OPTS did not work; correct them, or set JAVA_HOME to a Java 17 or later. Java said:>&2
"%AHIQ_JAVA%" %AHIQ_JAVA_OPTS% -version 1>&2
exit /b 4

:old_java
echo ahiq: %AHIQ_JAVA% is Java %AHIQ_JAVA_MAJOR%, but 17 or later is needed; set JAVA_HOME to one>&2
exit /b 4
