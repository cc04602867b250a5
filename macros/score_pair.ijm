// Scores one image against its reference and prints the score; higher is better.
// Without arguments it asks for the files. Without a display:
//   ahiq macro macros/score_pair.ijm MODEL REFERENCE DISTORTED
args = split(getArgument(), "\n");
if (args.length == 3) {
    model = args[0];
    reference = args[1];
    distorted = args[2];
} else {
    model = getDirectory("Folder of the model");
    reference = File.openDialog("Reference");
    distorted = File.openDialog("Distorted image");
}
score = call("sc.fiji.ahiq.ij1.AhiqPlugIn.call", "AHIQ Score Pair...",
    "reference=[" + reference + "] distorted=[" + distorted + "] model=[" + model + "]");
print(File.getName(distorted) + " " + score);
