/**
 * The command line: {@link sc.fiji.ahiq.cli.Main}. A {@code DeclaredCommand} is made of what an
 * {@link sc.fiji.ahiq.command.Operation} declares; only {@code macro} is known to no other face. May import every other package;
 * nothing imports it, and only it knows a terminal and picocli.
 */
package sc.fiji.ahiq.cli;
