// Scores one image against its reference and prints the score; higher is better.
// Without arguments it asks for the files. Without a display:
//   ahiq macro macros/score_pair.ijm REFERENCE DISTORTED [MODEL]
// Without MODEL the network is the one that comes with the program.
args = split(getArgument(), "\n");
model = "";
if (args.length >= 2) {
    reference = args[0];
    distorted = args[1];
    if (args.length > 2) model = args[2];
} else if (getArgument() != "") {
    exit("Expected REFERENCE DISTORTED [MODEL].");
} else {
    reference = File.openDialog("Reference");
    distorted = File.openDialog("Distorted image");
}
score = call("sc.fiji.ahiq.ij1.AhiqPlugIn.call", "AHIQ Score Pair...",
    "reference=[" + reference + "] distorted=[" + distorted + "] model=[" + model + "]");
print(File.getName(distorted) + " " + score);
