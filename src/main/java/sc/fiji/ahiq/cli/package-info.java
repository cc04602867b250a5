/** The command line: {@link sc.fiji.ahiq.cli.Main}. May import every other package; nothing imports it. */
package sc.fiji.ahiq.cli;
