import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against standards with veraPDF: {@code Validate FLAVOUR,FLAVOUR FILE...}. Prints one line for each
 * file and standard, and the rules that it breaks; the exit status is 1 if there are any.
 */
public final class Validate {
    private Validate() {
    }

    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (String name : args[0].split(",")) {
            for (int at = 1; at < args.length; at++) {
                good &= validate(PDFAFlavour.fromString(name), args[at]);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean validate(PDFAFlavour flavour, String path) throws Exception {
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            String word = result.isCompliant() ? "PASS" : "FAIL";
            System.out.println(word + " " + flavour.getId() + " " + result.getTotalAssertions() + " " + path);
            broken(result).forEach(rule -> System.out.println("    " + rule));
            return result.isCompliant();
        }
    }

    /** The rules that are broken, each with its first place. */
    private static Set<String> broken(ValidationResult result) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            if (assertion.getStatus() == TestAssertion.Status.FAILED && seen.add(rule)) {
                told.add(rule + " " + assertion.getMessage() + " @ " + assertion.getLocation().getContext());
            }
        }
        return told;
    }
}
