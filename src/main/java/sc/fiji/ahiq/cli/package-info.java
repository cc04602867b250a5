/**
 * The command line: {@link sc.fiji.ahiq.cli.Main}. A {@code DeclaredCommand} is made of what an
 * {@link sc.fiji.ahiq.command.Operation} declares; only {@code macro} is known to no other face. Nothing else
 * knows a terminal and picocli.
 *
 * <p>May import every room below it.
 */
package sc.fiji.ahiq.cli;
